namespace Drape.Server.Pages.Jobs;

/// <summary>What the page of jobs says: names <c>JobsTexts.resx</c> and <c>JobsTexts.ko.resx</c>.</summary>
sealed class JobsTexts;
