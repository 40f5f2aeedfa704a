using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;

namespace Drape.Server.People;

/// <summary>Passwords that are made for somebody, by the command.</summary>
public static class NewPassword
{
    const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";

    /// <summary>A password of four groups of four, from 80 bits of chance, to be read out and typed.</summary>
    public static string Make() => string.Join('-', RandomNumberGenerator.GetString(Letters, 16).Chunk(4).Select(g => new string(g)));

    /// <summary>Its hash, as the server compares with.</summary>
    public static string Hash(string password) => new PasswordHasher<IdentityPerson>().HashPassword(null!, password);
}
