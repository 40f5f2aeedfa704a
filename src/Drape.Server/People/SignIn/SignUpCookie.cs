using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Drape.Server.People.SignIn;

/// <summary>
/// Knows the browser again in which somebody signed up. The link in the letter makes an account at once there; elsewhere the
/// password is asked for, since somebody else may have signed up with the address and a password of their own.
/// </summary>
sealed class SignUpCookie(IDataProtectionProvider protection, IConfiguration configuration)
{
    readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("Drape.SignUp").ToTimeLimitedDataProtector();
    readonly bool _secure = SiteAddress.IsSecure(configuration);

    string Name => _secure ? "__Host-drape-new" : "drape-new";

    public void Give(HttpResponse response, long signUp, TimeSpan life) => response.Cookies.Append(
        Name, _seal.Protect(signUp.ToString(CultureInfo.InvariantCulture), life), new CookieOptions
        {
            MaxAge = life,
            HttpOnly = true,
            Secure = _secure || response.HttpContext.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
            IsEssential = true,
        });

    public bool Knows(HttpRequest request, long signUp)
    {
        try
        {
            return request.Cookies[Name] is { } value
                && _seal.Unprotect(value) == signUp.ToString(CultureInfo.InvariantCulture);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    public void Take(HttpResponse response) =>
        response.Cookies.Delete(Name, new CookieOptions { Secure = _secure, HttpOnly = true, SameSite = SameSiteMode.Lax });
}
