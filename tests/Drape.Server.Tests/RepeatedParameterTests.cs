using System.Net;

namespace Drape.Server.Tests;

public sealed class RepeatedParameterTests(DrapeApp app) : IClassFixture<DrapeApp>
{
    [Theory]
    [InlineData("GET", "/api/v1/search?words=a&words=b", "words")]
    [InlineData("GET", "/api/v1/catalogs/shop/search?words=a&WORDS=b", "words")]
    [InlineData("GET", "/api/v1/catalogs/shop/products?limit=1&limit=1", "limit")]
    [InlineData("GET", "/api/v1/catalogs/shop/tags?after=a&after=b", "after")]
    [InlineData("POST", "/api/v1/catalogs/shop/products?job=true&job=false", "job")]
    [InlineData("POST", "/api/v1/catalogs/shop/search?limit=1&limit=2", "limit")]
    [InlineData("GET", "/api/v1/pictures/0?side=160&side=320", "side")]
    [InlineData("GET", "/api/v1/photos?gender=Men&gender=Women", "gender")]
    [InlineData("GET", "/api/v1/jobs?limit=1&limit=2", "limit")]
    public async Task A_parameter_that_is_given_twice_is_a_problem(string method, string address, string name)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);

        var problem = await (await app.CreateClient().SendAsync(request)).ProblemAsync(
            HttpStatusCode.BadRequest, "urn:drape:request:wrong-parameter");

        Assert.Equal($"'{name}' stands 2 times in the address: give it once.", problem.GetProperty("detail").GetString(),
            ignoreCase: true);
    }
}
