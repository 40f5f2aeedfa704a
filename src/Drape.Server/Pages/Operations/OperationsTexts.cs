namespace Drape.Server.Pages.Operations;

/// <summary>What the page for administrators says: names <c>OperationsTexts.resx</c> and <c>OperationsTexts.ko.resx</c>.</summary>
sealed class OperationsTexts;
