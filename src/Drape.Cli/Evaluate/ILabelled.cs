namespace Drape.Cli.Evaluate;

/// <summary>A row of a table of labels: it names the picture, or pictures, that it is about.</summary>
interface ILabelled
{
    /// <summary>What the row is called where it fails.</summary>
    string Id { get; }

    /// <summary>Its files, without ending: the file's name, after its folder where a set has several.</summary>
    IReadOnlyList<string> Files => [Id];
}
