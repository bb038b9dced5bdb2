using Candour.CareRecord.Store;

namespace Candour.Cli;

/// <summary>Finds the command a line asks for and runs it. A new command is one file and one line here.</summary>
internal static class CommandLine
{
    private static readonly Command[] Commands =
    [
        Demo.DemoCommand.Command,
        Serve.Command,
        AccountCommand.Command,
        PolicyCommand.Command,
        BackUp.Command,
        RebuildLists.Command,
        VerifyRecord.Command,
        ReplayErasures.Command,
    ];

    /// <returns>0 done, 1 refused or failed, 2 not understood.</returns>
    public static async Task<int> Run(string[] args)
    {
        if (args is [] or ["--help"] or ["-h"] or ["help"])
        {
            await (args is [] ? Console.Error : Console.Out).WriteLineAsync(Usage());
            return args is [] ? 2 : 0;
        }

        if (Commands.FirstOrDefault(c => c.Name == args[0]) is not { } command)
            return await NotUnderstood($"There is no command '{args[0]}'.", Usage());
        if (args.Contains("--help") || args.Contains("-h"))
        {
            await Console.Out.WriteLineAsync(command.Help);
            return 0;
        }

        try
        {
            return await command.Run(Options.Read(args[1..], command.Takes));
        }
        catch (OptionException e)
        {
            return await NotUnderstood(e.Message, command.Help);
        }
        catch (Exception e) when (e is RecordSettingsException or ErasureUnfinishedException or UnreadableEventsException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }

    private static string Usage() =>
        $"""
         candour COMMAND [options]

         {string.Join(Environment.NewLine, Commands.Select(c => $"  {c.Name,-10} {c.Does}"))}

         candour COMMAND --help says more.
         """;

    private static async Task<int> NotUnderstood(string what, string help)
    {
        await Console.Error.WriteLineAsync($"{what}{Environment.NewLine}{Environment.NewLine}{help}");
        return 2;
    }
}

/// <summary>One command of the line.</summary>
/// <param name="Does">Half a sentence for the list of commands.</param>
/// <param name="Takes">Names of its options, "--urls"; each takes a value.</param>
internal sealed record Command(string Name, string Does, string Help, IReadOnlyList<string> Takes, Func<Options, Task<int>> Run);
