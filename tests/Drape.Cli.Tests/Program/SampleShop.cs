namespace Drape.Cli.Tests.Program;

/// <summary>A home whose catalog <c>shop</c> has the drawn sample photos, imported once for all tests of a class.</summary>
public sealed class SampleShop : IAsyncLifetime, IDisposable
{
    readonly TemporaryFolder _folder = new();

    /// <summary>The home folder.</summary>
    public string Home => _folder["home"];

    /// <summary>A sample photo.</summary>
    public static string Photo(string name) => Path.Combine(AppContext.BaseDirectory, "samples", name + ".jpg");

    public async Task InitializeAsync()
    {
        string table = _folder.Write("products.csv", """
            id,picture,name,name.ko,price,currency,link
            T1,t-shirt.jpg,Printed tee,프린트 반팔,19.90,EUR,https://shop.example/t1
            S1,shirt.jpg,Oxford,옥스퍼드,39.90,EUR,https://shop.example/s1
            D1,dress.jpg,Summer dress,여름 원피스,59,EUR,
            J1,jeans.jpg,Slim fit,,49,EUR,
            H1,hoodie.jpg,College,,45,EUR,
            P1,polo.jpg,Club,,35,EUR,
            K1,skirt.jpg,Highland,,29,EUR,
            N1,sneakers.jpg,Runner,,89,EUR,
            """);
        var end = await DrapeProcess.RunAsync("import", table, "--pictures", Path.GetDirectoryName(Photo("shirt"))!,
            "--catalog", "shop", "--home", Home);
        Assert.Equal((0, ""), (end.Code, end.Error));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();
}
