namespace Drape.Colours;

/// <summary>The weighted mean of three values, collected one by one.</summary>
struct WeightedMean
{
    float _x;
    float _y;
    float _z;

    /// <summary>Sum of the weights so far.</summary>
    public float Weight { get; private set; }

    /// <summary>Mean of the first value.</summary>
    public readonly float X => _x / Weight;

    /// <summary>Mean of the second value.</summary>
    public readonly float Y => _y / Weight;

    /// <summary>Mean of the third value.</summary>
    public readonly float Z => _z / Weight;

    /// <summary>Adds three values.</summary>
    public void Add(float x, float y, float z, float weight)
    {
        _x += weight * x;
        _y += weight * y;
        _z += weight * z;
        Weight += weight;
    }
}
