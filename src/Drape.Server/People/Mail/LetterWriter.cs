using System.Globalization;
using System.Net;
using Drape.Server.Pages;
using Drape.Store;
using Drape.Store.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace Drape.Server.People.Mail;

/// <summary>Writes what a letter says when it is sent; the secrets in it are made then and kept nowhere.</summary>
sealed class LetterWriter(
    DrapeStore store, UserManager<IdentityPerson> people, IStringLocalizer<MailTexts> texts, SiteAddress site)
{
    /// <summary>The letter; null if nobody wants it any more.</summary>
    public async Task<Mail?> WriteAsync(Letter letter, CancellationToken cancellation)
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture =
            new CultureInfo(Languages.All.Contains(letter.Language) ? letter.Language : Languages.English);
        return letter.Kind switch
        {
            Letters.Confirm => await ConfirmAsync(letter, cancellation),
            Letters.Reset => await ResetAsync(letter, cancellation),
            Letters.Change => await ChangeAsync(letter, cancellation),
            Letters.Known => Write(letter, site.To("/account/forgot")),
            _ => Write(letter, site.To("/account/settings/security")),
        };
    }

    async Task<Mail?> ConfirmAsync(Letter letter, CancellationToken cancellation)
    {
        // Written late and not where somebody signs up, so that signing up takes as long for any address.
        if (await store.People.FindByEmailAsync(letter.Address, cancellation) is not null)
        {
            return Write(letter with { Kind = Letters.Known }, site.To("/account/forgot"));
        }

        return letter.SignUpId is { } id && await store.SignUps.NewCodeAsync(id, cancellation) is { } code
            ? Write(letter, site.To($"/account/confirm?code={code}")) : null;
    }

    async Task<Mail?> ResetAsync(Letter letter, CancellationToken cancellation)
    {
        if (await store.People.FindByEmailAsync(letter.Address, cancellation) is not { } person)
        {
            return null;
        }

        string token = await people.GeneratePasswordResetTokenAsync(new IdentityPerson(person));
        return Write(letter with { Address = person.Email! },
            site.To($"/account/reset?who={person.Handle}&code={Uri.EscapeDataString(token)}"));
    }

    async Task<Mail?> ChangeAsync(Letter letter, CancellationToken cancellation)
    {
        if (letter.PersonId is not { } id || await store.People.GetAsync(id, cancellation) is not { } person)
        {
            return null;
        }

        if (await store.People.FindByEmailAsync(letter.Address, cancellation) is { } holder)
        {
            return holder.Id == person.Id ? null
                : Write(letter with { Kind = Letters.Known }, site.To("/account/forgot"));
        }

        string token = await people.GenerateChangeEmailTokenAsync(new IdentityPerson(person), letter.Address);
        return Write(letter, site.To(
            $"/account/settings/confirm-email?email={Uri.EscapeDataString(letter.Address)}&code={Uri.EscapeDataString(token)}"));
    }

    Mail Write(Letter letter, string link)
    {
        string subject = texts[$"{letter.Kind}.subject"];
        string body = texts[$"{letter.Kind}.body"];
        string button = texts[$"{letter.Kind}.button"];
        string why = texts["Why", site.To("/")];
        string text = $"{body}\r\n\r\n{button}:\r\n{link}\r\n\r\n-- \r\n{why}\r\n";
        string html = $"""
            <!doctype html>
            <html lang="{letter.Language}">
            <body style="margin:0;padding:32px 16px;background:#FAF7F2;color:#1E1B18;font:16px/1.6 Helvetica,Arial,sans-serif">
            <div style="max-width:520px;margin:0 auto">
            <p style="font:600 24px Georgia,serif;color:#7B2D3B;margin:0 0 24px">Drape</p>
            <p>{WebUtility.HtmlEncode(body)}</p>
            <p style="margin:32px 0"><a href="{WebUtility.HtmlEncode(link)}"
              style="background:#7B2D3B;color:#FFF9F5;padding:14px 24px;border-radius:999px;text-decoration:none;font-weight:600">{WebUtility.HtmlEncode(button)}</a></p>
            <p style="color:#6B635B;font-size:14px">{WebUtility.HtmlEncode(why)}</p>
            </div>
            </body>
            </html>
            """;
        return new Mail(letter.Address, subject, text, html);
    }
}
