using Candour.CareRecord.Store;

namespace Candour.Cli;

/// <summary>The options of a command: "--name value" or "--name=value"; "--flag" alone for names that end in '!'.</summary>
internal sealed class Options(ILookup<string, string> values)
{
    public string? this[string name] => values[name].LastOrDefault();

    /// <summary>The provider asked for, else the one whose record lies in the folder of --data, else RXX.</summary>
    public string Provider => this["--provider"] ?? (this["--data"] is { } folder ? ProviderInFile.Of(folder) : null) ?? "RXX";

    public bool Has(string flag) => values.Contains(flag);

    /// <summary>Every value given for an option that may be repeated.</summary>
    public IReadOnlyList<string> All(string name) => [.. values[name]];

    public static Options Read(string[] args, IReadOnlyList<string> takes)
    {
        var read = new List<(string Name, string Value)>();
        for (var i = 0; i < args.Length; i++)
        {
            var (name, value) = args[i].Split('=', 2) is [var before, var after] ? (before, after) : (args[i], null);
            var isFlag = takes.Contains(name + "!");
            if (!isFlag && !takes.Contains(name))
                throw new OptionException($"There is no option '{name}'.");
            if (!isFlag && value is null && ++i < args.Length)
                value = args[i];
            read.Add((name, value ?? (isFlag ? "" : throw new OptionException($"{name} needs a value."))));
        }

        return new(read.ToLookup(o => o.Name, o => o.Value));
    }
}

/// <summary>The line was not understood; the message says what.</summary>
internal sealed class OptionException(string message) : Exception(message);
