namespace Drape.Garments;

/// <summary>What only several garments together can be: a suit is a jacket with trousers.</summary>
static class Suits
{
    const string Suit = "suit", Trousers = "trousers";

    /// <summary>Leaves the name to who wears trousers with the jacket; with jeans or a skirt it is what it would be else.</summary>
    /// <param name="places">Every garment of a photo.</param>
    /// <param name="verdicts">What the reader says of each.</param>
    /// <param name="threshold">The confidence from which a type is stated.</param>
    public static IReadOnlyList<GarmentVerdicts> Agree(
        IReadOnlyList<FoundGarment> places, IReadOnlyList<GarmentVerdicts> verdicts, Func<string, double> threshold)
    {
        var pieces = places.Zip(verdicts).Where(g => g.First.Person is not null && g.Second.Type.Best.Class is Suit or Trousers)
            .ToLookup(g => g.First.Person);
        return [.. places.Zip(verdicts, (place, verdict) => verdict.Type.Best.Class == Suit && pieces[place.Person].Count() == 1
            ? verdict.Without(Suit, threshold) : verdict)];
    }
}
