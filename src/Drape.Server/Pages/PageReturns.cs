using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Drape.Server.Pages;

/// <summary>Where a page leads when it has done its work.</summary>
static class PageReturns
{
    /// <summary>Leads back to an address of this server; to the first page if it is none, so that no link of ours leads
    /// elsewhere.</summary>
    public static LocalRedirectResult Back(this PageModel page, string? returnUrl) =>
        page.LocalRedirect(page.Local(returnUrl));

    /// <summary>The address if it is one of this server, else the first page.</summary>
    public static string Local(this PageModel page, string? returnUrl) =>
        page.Url.IsLocalUrl(returnUrl) ? returnUrl! : "/";

    /// <summary>Keeps a choice in the browser for a year.</summary>
    public static void Keep(this HttpResponse response, string cookie, string value) =>
        response.Cookies.Append(cookie, value, new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365),
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = response.HttpContext.Request.IsHttps,
        });
}
