using Drape.Garments;
using Drape.Inference;
using Drape.Server.Photos;
using Drape.Server.Problems;
using Drape.Store.Closets;

namespace Drape.Server.Closets;

/// <summary>The types and patterns that a piece may have: those the networks know, so that corrections can teach them.</summary>
/// <param name="Types">The types.</param>
/// <param name="Patterns">The patterns.</param>
sealed record KnownWords(IReadOnlyList<string> Types, IReadOnlyList<string> Patterns)
{
    /// <summary>Those of the network that is loaded, and what only the parser knows.</summary>
    public static async Task<KnownWords> OfAsync(Reader reader, CancellationToken cancellation)
    {
        var analyzer = await reader.AnalyzerAsync(cancellation);
        return new KnownWords(
            [.. analyzer.Reader.Head(GarmentVerdicts.TypeHead).Classes.Where(c => c != Verdict.Unclear), "bag", "belt", "eyewear"],
            [.. analyzer.Reader.Head(GarmentVerdicts.PatternHead).Classes.Where(c => c != Verdict.Unclear)]);
    }

    /// <summary>Refuses words that nobody knows; "unclear" is what the networks may have said.</summary>
    /// <exception cref="ProblemException">One is unknown.</exception>
    public void Check(ClosetDetails details)
    {
        Check("type", details.Type, Types);
        Check("pattern", details.Pattern, Patterns);
    }

    static void Check(string question, string word, IReadOnlyList<string> known)
    {
        if (word != Verdict.Unclear && !known.Contains(word))
        {
            throw new ProblemException(ClosetProblems.Wrong(
                $"'{word}' is no {question} that is known: it is one of {string.Join(", ", known)}."));
        }
    }
}
