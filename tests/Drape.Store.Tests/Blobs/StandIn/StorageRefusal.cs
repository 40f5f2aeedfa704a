namespace Drape.Store.Tests.Blobs.StandIn;

/// <summary>An answer of the stand-in that is an error.</summary>
sealed class StorageRefusal(int status, string code) : Exception(code)
{
    public int Status { get; } = status;

    public string Code => Message;
}
