using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Drape.Cli.CommandLine;

/// <summary>The usual help, followed by the command's examples.</summary>
sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        int code = usual.Invoke(parseResult);
        if (parseResult.CommandResult.Command is TaughtCommand { Lessons: var lessons })
        {
            parseResult.InvocationConfiguration.Output.WriteLine(lessons);
        }

        return code;
    }
}
