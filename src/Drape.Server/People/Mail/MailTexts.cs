namespace Drape.Server.People.Mail;

/// <summary>What letters say: names <c>MailTexts.resx</c> and <c>MailTexts.ko.resx</c>.</summary>
sealed class MailTexts;
