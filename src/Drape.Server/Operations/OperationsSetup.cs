using Drape.Server.Hosting;

namespace Drape.Server.Operations;

/// <summary>The services for who looks after the server.</summary>
static class OperationsSetup
{
    public static void AddOperations(this IServiceCollection services)
    {
        services.AddSingleton<ServerTally>();
        services.AddSingleton<OperationsDesk>();
    }
}
