namespace Drape.Drawing.Cloth;

/// <summary>How a cloth is made, which decides its grain.</summary>
internal enum Weave
{
    /// <summary>Fine knit of t-shirts.</summary>
    Jersey,

    /// <summary>Smooth woven shirting.</summary>
    Poplin,

    /// <summary>Heavy cotton with a diagonal.</summary>
    Twill,

    /// <summary>Uneven blue twill with white weft.</summary>
    Denim,

    /// <summary>Sweatshirt cloth.</summary>
    Fleece,

    /// <summary>Coarse knit with visible stitches.</summary>
    Knit,

    /// <summary>Ribs along the grain.</summary>
    Rib,

    /// <summary>Smooth shell of jackets.</summary>
    Shell,

    /// <summary>Airy knit of sports shoes.</summary>
    Mesh,

    /// <summary>Rubber, plastic or metal: no grain.</summary>
    Moulded,
}
