namespace Drape.Server.Tests;

/// <summary>The files that the tests were built from.</summary>
static class Repository
{
    /// <summary>The folder that the tests were built in.</summary>
    public static string Folder { get; } = Find(AppContext.BaseDirectory);

    static string Find(string folder) => File.Exists(Path.Combine(folder, "Drape.slnx")) ? folder
        : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run in the repository."));
}
