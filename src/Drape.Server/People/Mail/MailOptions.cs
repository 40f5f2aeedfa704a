namespace Drape.Server.People.Mail;

/// <summary>How letters are sent; settings <c>Mail</c>. Without a host they are put into a folder.</summary>
sealed record MailOptions
{
    public const string Section = "Mail";

    /// <summary>The mail server; null to put letters into <see cref="Folder"/>.</summary>
    public string? Host { get; init; }

    /// <summary>Its port; 587 is where servers take letters from programs.</summary>
    public int Port { get; init; } = 587;

    /// <summary>The name to sign in with; null to send without.</summary>
    public string? User { get; init; }

    /// <summary>The password to it.</summary>
    public string? Password { get; init; }

    /// <summary>Whether to encrypt the way (STARTTLS).</summary>
    public bool Tls { get; init; } = true;

    /// <summary>From whom letters come.</summary>
    public string From { get; init; } = "Drape <drape@localhost>";

    /// <summary>The folder for letters where there is no host; <c>mail</c> in the home folder if null.</summary>
    public string? Folder { get; init; }
}
