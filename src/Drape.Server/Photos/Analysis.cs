using Drape.Imaging;

namespace Drape.Server.Photos;

/// <summary>How the engine reads one photo: a service, so that a test can let it fail.</summary>
delegate PhotoReading Analysis(PhotoAnalyzer analyzer, ReadOnlySpan<byte> file, string name, PhotoLimits limits);
