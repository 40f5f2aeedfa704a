namespace Drape.Garments;

/// <summary>What only several garments together can be: a suit is a jacket and trousers.</summary>
static class Suits
{
    const string Suit = "suit";

    /// <summary>Leaves the name to those who wear two pieces that may be of a suit; a jacket alone is what it would be else.</summary>
    /// <param name="places">Every garment of a photo.</param>
    /// <param name="verdicts">What the reader says of each.</param>
    public static IReadOnlyList<GarmentVerdicts> Agree(IReadOnlyList<FoundGarment> places, IReadOnlyList<GarmentVerdicts> verdicts)
    {
        var worn = places.Zip(verdicts).Where(g => g.First.Person is not null && g.Second.Type.Best.Class == Suit)
            .ToLookup(g => g.First.Person);
        return [.. places.Zip(verdicts, (place, verdict) => verdict.Type.Best.Class == Suit && worn[place.Person].Count() == 1
            ? verdict.Without(Suit) : verdict)];
    }
}
