namespace Drape.Server.Pages.Eva;

/// <summary>What the first page says: names <c>EvaTexts.resx</c> and <c>EvaTexts.ko.resx</c>.</summary>
sealed class EvaTexts;
