using Drape.Cli.CommandLine;
using Drape.Cli.Terminal;

using var stop = new StopSignal();
using var console = Output.OfProcess();
return await DrapeCommand.RunAsync(args, console, stop.Token);
