namespace Drape.Garments;

/// <summary>Where garments are seen: the reader is surer of some pictures than of others, and knows other words for them.</summary>
public enum GarmentScene
{
    /// <summary>On a floor, a bed, a hanger.</summary>
    Lying,

    /// <summary>On somebody who is seen from head to foot, in the street or before a mirror.</summary>
    Worn,

    /// <summary>On somebody of whom the photo shows a part only, as before a mirror.</summary>
    Cut,

    /// <summary>On somebody beside what that person shows for a shop, mostly cut off by the picture's edge.</summary>
    Beside,

    /// <summary>On somebody who shows it for a shop, and wears more beside.</summary>
    Modelled,

    /// <summary>In a shop's picture, of which the catalog's words were learnt.</summary>
    Shop,
}
