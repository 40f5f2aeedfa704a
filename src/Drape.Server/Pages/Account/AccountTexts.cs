namespace Drape.Server.Pages.Account;

/// <summary>What the pages of accounts say: names <c>AccountTexts.resx</c> and <c>AccountTexts.ko.resx</c>.</summary>
sealed class AccountTexts;
