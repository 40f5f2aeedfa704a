namespace Drape.Server.Pages.Looks;

/// <summary>What the pages of looks and people say: names <c>LooksTexts.resx</c> and <c>LooksTexts.ko.resx</c>.</summary>
sealed class LooksTexts;
