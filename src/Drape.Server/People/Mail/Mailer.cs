using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace Drape.Server.People.Mail;

/// <summary>A letter as it is written.</summary>
/// <param name="To">Where it goes.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Text">As plain text.</param>
/// <param name="Html">As a page.</param>
sealed record Mail(string To, string Subject, string Text, string Html);

/// <summary>Sends letters over SMTP, or puts them into a folder as <c>.eml</c> files where there is no mail server.</summary>
sealed partial class Mailer
{
    readonly MailOptions _options;
    readonly string _folder;
    readonly MailAddress _from;
    readonly ILogger<Mailer> _logger;

    public Mailer(IConfiguration configuration, string home, ILogger<Mailer> logger)
    {
        _options = configuration.GetSection(MailOptions.Section).Get<MailOptions>() ?? new MailOptions();
        _folder = Path.GetFullPath(_options.Folder ?? Path.Combine(home, "mail"));
        _logger = logger;
        _from = MailAddress.TryCreate(_options.From, out var from) ? from : throw new InvalidOperationException(
            $"Mail:From is '{_options.From}', which is no address: write it as 'Drape <drape@shop.example>'.");
    }

    public async Task SendAsync(Mail mail, CancellationToken cancellation)
    {
        using var message = new MailMessage(_from, new MailAddress(mail.To))
        {
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = mail.Text,
            BodyEncoding = Encoding.UTF8,
        };
        using var page = AlternateView.CreateAlternateViewFromString(mail.Html, Encoding.UTF8, MediaTypeNames.Text.Html);
        message.AlternateViews.Add(page);
        using var client = Client();
        await client.SendMailAsync(message, cancellation);
        if (_options.Host is null)
        {
            PutInto(_folder);
        }
    }

    SmtpClient Client()
    {
        if (_options.Host is not null)
        {
            return new SmtpClient(_options.Host, _options.Port)
            {
                EnableSsl = _options.Tls,
                Credentials = _options.User is null ? null : new NetworkCredential(_options.User, _options.Password),
            };
        }

        Directory.CreateDirectory(_folder);
        return new SmtpClient
        {
            DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory,
            PickupDirectoryLocation = _folder,
        };
    }

    [LoggerMessage(LogLevel.Information, "No mail server is set (Mail:Host): a letter lies in {Folder}")]
    partial void PutInto(string folder);
}
