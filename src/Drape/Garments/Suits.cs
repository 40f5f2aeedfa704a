using Drape.Inference;

namespace Drape.Garments;

/// <summary>
/// What only several garments together can be: a suit is a jacket with trousers. Which types these are, the manifest says by role.
/// </summary>
sealed class Suits
{
    const string SuitRole = "suit", TrousersRole = "trousers";

    /// <summary>What classes of the types may mean here.</summary>
    public static IReadOnlyCollection<string> Roles { get; } = [SuitRole, TrousersRole];

    readonly Func<GarmentScene, ModelHead> _types;
    readonly IReadOnlyList<string> _suits;
    readonly string[] _pieces;

    /// <summary>The suits among a head's types; none where the manifest names none.</summary>
    /// <param name="types">The head, as it answers of a kind of picture.</param>
    public Suits(Func<GarmentScene, ModelHead> types)
    {
        ArgumentNullException.ThrowIfNull(types);
        _types = types;
        var roles = types(default).Roles;
        _suits = roles.GetValueOrDefault(SuitRole) ?? [];
        _pieces = [.. _suits, .. roles.GetValueOrDefault(TrousersRole) ?? []];
    }

    /// <summary>Leaves the name to who wears trousers with the jacket; with jeans or a skirt it is what it would be else.</summary>
    /// <param name="places">Every garment of a photo.</param>
    /// <param name="verdicts">What the reader says of each.</param>
    public IReadOnlyList<GarmentVerdicts> Agree(IReadOnlyList<FoundGarment> places, IReadOnlyList<GarmentVerdicts> verdicts)
    {
        var pieces = places.Zip(verdicts).Where(g => g.First.Person is not null && _pieces.Contains(g.Second.Type.Best.Class))
            .ToLookup(g => g.First.Person);
        return [.. verdicts.Select((verdict, i) =>
            _suits.Contains(verdict.Type.Best.Class) && pieces[places[i].Person].Count() == 1
                ? verdict.Without(verdict.Type.Best.Class, type => Threshold(_types(verdict.Scene), type)) : verdict)];
    }

    static double Threshold(ModelHead types, string type) => types.Threshold(types.Classes.ToList().IndexOf(type));
}
