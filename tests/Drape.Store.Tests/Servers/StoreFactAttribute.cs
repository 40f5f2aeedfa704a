using System.ComponentModel;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Drape.Store.Tests.Servers;

/// <summary>
/// A test that runs in each of the classes that inherit it. In one that is marked with a server this machine does not
/// have it is skipped, and says what is missing.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Drape.Store.Tests.Servers.StoreFactDiscoverer", "Drape.Store.Tests")]
public sealed class StoreFactAttribute : FactAttribute;

/// <summary>The tests of this class need PostgreSQL.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OnPostgresAttribute : Attribute;

/// <summary>The tests of this class need PostgreSQL with pgvector, which PGlite is.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OnPgliteAttribute : Attribute;

/// <summary>Finds the tests.</summary>
public sealed class StoreFactDiscoverer(IMessageSink messages) : IXunitTestCaseDiscoverer
{
    public IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
    [
        new StoreTestCase(
            messages, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod),
    ];
}

/// <summary>One of them.</summary>
public sealed class StoreTestCase : XunitTestCase
{
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("Only for the runner, which fills it in afterwards.")]
    public StoreTestCase()
    {
    }

    public StoreTestCase(IMessageSink messages, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method)
        : base(messages, display, options, method)
    {
    }

    protected override string? GetSkipReason(IAttributeInfo factAttribute) =>
        (Needs<OnPostgresAttribute>() ? PostgresServer.Missing : null)
            ?? (Needs<OnPgliteAttribute>() ? PgliteServer.Missing : null);

    bool Needs<T>() => TestMethod.TestClass.Class.GetCustomAttributes(typeof(T)).Any();
}
