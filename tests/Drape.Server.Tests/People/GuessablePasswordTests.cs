using Drape.Server.People.SignIn;

namespace Drape.Server.Tests.People;

public class GuessablePasswordTests
{
    [Theory]
    [InlineData("password12")]
    [InlineData("MyP4ssword!!")]
    [InlineData("Welcome2026")]
    [InlineData("9876543210")]
    [InlineData("1q2w3e4r5t")]
    [InlineData("abcdefghij")]
    [InlineData("lkjhgfdsa1")]
    [InlineData("loveloveabc")]
    [InlineData("사랑해1234567")]
    public void What_everybody_tries_first_is_guessable(string password) => Assert.True(GuessablePassword.Is(password));

    [Theory]
    [InlineData("three warm scarves")]
    [InlineData("korrekt pferd batterie 9")]
    [InlineData("x7#Kp2!9qZ")]
    [InlineData("겨울 양말 네 켤레")]
    [InlineData("xkf5-7m4b-kcag-3ahx")]
    [InlineData("summer tastes of plums")]
    public void What_few_would_put_together_is_not(string password) => Assert.False(GuessablePassword.Is(password));
}
