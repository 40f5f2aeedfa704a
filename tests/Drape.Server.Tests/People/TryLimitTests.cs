using System.Net;

namespace Drape.Server.Tests.People;

public sealed class TryLimitTests
{
    [Fact]
    public async Task From_one_address_only_so_many_sign_ins_are_tried()
    {
        await using var app = new StrictApp();
        HttpStatusCode last = default;
        for (int i = 0; i < 6; i++)
        {
            last = (await app.Guest().SignInAsync($"{i}@shop.example", "a wrong password")).StatusCode;
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last);
    }

    [Fact]
    public async Task From_one_address_only_so_many_letters_are_asked_for()
    {
        await using var app = new StrictApp();
        for (int i = 0; i < 3; i++)
        {
            await app.Guest().SignUpAsync($"{i}@shop.example");
        }

        var answer = await app.Guest().PostAsync("/account/forgot", new() { ["Email"] = "0@shop.example" });

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
    }
}
