namespace Drape.Store.Tests.Blobs.StandIn;

/// <summary>How the stand-in fails when it is told to.</summary>
enum StorageFault
{
    /// <summary>503 SlowDown.</summary>
    SlowDown,

    /// <summary>403 AccessDenied.</summary>
    Denied,

    /// <summary>The connection ends without an answer.</summary>
    Dropped,

    /// <summary>The connection ends in the middle of an object.</summary>
    CutOff,

    /// <summary>The answer stands still in the middle of an object.</summary>
    Stalled,

    /// <summary>Nothing is answered.</summary>
    Silent,

    /// <summary>403 RequestTimeTooSkewed.</summary>
    Skewed,

    /// <summary>301 PermanentRedirect.</summary>
    OtherRegion,

    /// <summary>A web page.</summary>
    WebPage,
}
