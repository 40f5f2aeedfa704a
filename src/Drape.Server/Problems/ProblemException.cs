namespace Drape.Server.Problems;

/// <summary>A request that cannot go on; the problem is its answer.</summary>
sealed class ProblemException(Problem problem, Exception? inner = null) : Exception(problem.Detail, inner)
{
    public Problem Problem { get; } = problem;
}
