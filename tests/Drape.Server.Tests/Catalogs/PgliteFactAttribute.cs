using Drape.Store.Tests.Servers;

namespace Drape.Server.Tests.Catalogs;

/// <summary>A test that needs PGlite: skipped where there is no Node.js to run it.</summary>
sealed class PgliteFactAttribute : FactAttribute
{
    public PgliteFactAttribute() => Skip = PgliteServer.Missing;
}
