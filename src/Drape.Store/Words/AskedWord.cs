namespace Drape.Store.Words;

/// <summary>A word that is asked for: all its terms are there, or the one that they make when written together.</summary>
sealed record AskedWord(IReadOnlyList<AskedTerm> All, AskedTerm? OrJoined);

/// <summary>A term that is asked for.</summary>
/// <param name="Text">Its letters and digits.</param>
/// <param name="Prefix">Whether a longer term that begins so is as good.</param>
sealed record AskedTerm(string Text, bool Prefix);
