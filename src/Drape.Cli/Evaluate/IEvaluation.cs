namespace Drape.Cli.Evaluate;

/// <summary>How one set is measured: what is read of its pictures, and how that is compared with their labels.</summary>
interface IEvaluation
{
    /// <summary>How often a picture is read, for the progress line.</summary>
    int Pictures { get; }

    /// <summary>What to know before it begins, such as a figure that will be missing.</summary>
    IReadOnlyList<string> Notes => [];

    /// <summary>Reads the pictures and compares.</summary>
    Task<EvaluationReport> MeasureAsync(PictureRun run);
}
