namespace Drape.Server.Photos;

/// <summary>How photos are fetched from URLs: the configuration's section <c>Fetch</c>.</summary>
sealed record FetchOptions
{
    public const string Section = "Fetch";

    /// <summary>Whether URLs may lead into private networks and to this machine.</summary>
    public bool AllowPrivateAddresses { get; init; }

    /// <summary>URLs fetched at the same time; as many again may wait, more are refused with 429.</summary>
    public int AtOnce { get; init; } = 8;

    public bool IsValid => AtOnce >= 1;
}
