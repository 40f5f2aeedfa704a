namespace Drape.Drawing;

/// <summary>The kinds of garment that can be drawn. <see cref="SceneNames"/> gives each its written name.</summary>
public enum GarmentShape
{
    /// <summary>A crew-neck t-shirt with short sleeves.</summary>
    TShirt,

    /// <summary>A button-up shirt with collar, placket, cuffs and chest pocket.</summary>
    Shirt,

    /// <summary>A thin jersey top with long sleeves.</summary>
    LongSleeveTop,

    /// <summary>A polo with a soft collar and a short placket.</summary>
    Polo,

    /// <summary>A hooded sweatshirt with drawstrings and a kangaroo pocket.</summary>
    Hoodie,

    /// <summary>A dress with a fitted bodice and a flared skirt.</summary>
    Dress,

    /// <summary>Cloth trousers with a pressed crease.</summary>
    Trousers,

    /// <summary>Denim jeans with contrast stitching and fade.</summary>
    Jeans,

    /// <summary>Knee-length shorts.</summary>
    Shorts,

    /// <summary>A flared skirt.</summary>
    Skirt,

    /// <summary>A zipped jacket, quilted or smooth.</summary>
    Jacket,

    /// <summary>A knitted sweater with ribbed edges.</summary>
    Sweater,

    /// <summary>A baseball cap, or a knitted beanie.</summary>
    Hat,

    /// <summary>A pair of laced sneakers.</summary>
    Sneakers,
}
