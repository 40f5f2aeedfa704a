namespace Drape.Server.Hosting;

/// <summary>How much of the API one may ask for: the configuration's section <c>Limits</c>.</summary>
sealed record LimitOptions
{
    public const string Section = "Limits";

    /// <summary>Requests of one person in a minute, by cookie or by key; 0 for any number.</summary>
    public int RequestsOfPerson { get; init; } = 1200;

    /// <summary>Requests of one network address in a minute, whoever asks; 0 for any number.</summary>
    public int RequestsOfAddress { get; init; } = 6000;

    public bool IsValid => RequestsOfPerson >= 0 && RequestsOfAddress >= 0;
}
