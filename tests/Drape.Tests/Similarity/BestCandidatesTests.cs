using Drape.Similarity;
using FsCheck;
using FsCheck.Fluent;

namespace Drape.Tests.Similarity;

public class BestCandidatesTests
{
    [Fact]
    public void It_keeps_what_sorting_would_put_first()
    {
        var cases = from room in Gen.Choose(1, 20)
                    from scores in Gen.Choose(0, 9).ArrayOf()
                    select (room, scores);

        Prop.ForAll(Arb.From(cases), c =>
        {
            Candidate[] offered = [.. c.scores.Select((score, i) => new Candidate(score, (i * 7919) % 101, i))];
            var best = new BestCandidates(c.room);

            foreach (var candidate in offered)
            {
                best.Offer(candidate);
            }

            return offered.OrderByDescending(o => o.Score).ThenBy(o => o.Id).Take(c.room).Select(o => (o.Score, o.Id))
                .SequenceEqual(best.Kept.ToArray().OrderByDescending(o => o.Score).ThenBy(o => o.Id).Select(o => (o.Score, o.Id)));
        }).QuickCheckThrowOnFailure();
    }
}
