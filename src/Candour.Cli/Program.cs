using Candour.Cli;

return await CommandLine.Run(args);
