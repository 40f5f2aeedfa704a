namespace Drape.Server.Pages.Closet;

/// <summary>What the closet's pages say: names <c>ClosetTexts.resx</c> and <c>ClosetTexts.ko.resx</c>.</summary>
sealed class ClosetTexts;
