namespace Drape.Server.Pages.Shared;

/// <summary>What all pages say: names <c>SharedTexts.resx</c> and <c>SharedTexts.ko.resx</c>.</summary>
sealed class SharedTexts;
