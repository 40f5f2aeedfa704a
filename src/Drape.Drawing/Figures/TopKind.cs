namespace Drape.Drawing.Figures;

/// <summary>Tops.</summary>
public enum TopKind
{
    /// <summary>A crew-neck t-shirt.</summary>
    TShirt,

    /// <summary>A thin top without sleeves.</summary>
    TankTop,

    /// <summary>A button-up shirt or blouse with a collar.</summary>
    Shirt,

    /// <summary>A knitted sweater.</summary>
    Sweater,

    /// <summary>A fine knit with a high rolled neck.</summary>
    Turtleneck,

    /// <summary>A sweatshirt with a hood.</summary>
    Hoodie,
}
