namespace Drape.Colours;

/// <summary>Weighted quantiles by a histogram of 256 steps, straight inside a step.</summary>
readonly struct WeightedHistogram
{
    /// <summary>Number of steps.</summary>
    public const int Steps = 256;

    readonly float[] _sums = new float[Steps];
    readonly float _low;
    readonly float _width;

    /// <summary>Counts values; those outside of the range go to the nearest step.</summary>
    /// <param name="values">The values.</param>
    /// <param name="weights">A weight for each; their sum is above 0.</param>
    /// <param name="low">Lower end of the range.</param>
    /// <param name="high">Upper end of the range.</param>
    public WeightedHistogram(float[] values, float[] weights, float low, float high)
    {
        (_low, _width) = (low, (high - low) / Steps);
        var scale = 1 / _width;
        for (var i = 0; i < values.Length; i++)
        {
            _sums[Math.Clamp((int)((values[i] - low) * scale), 0, Steps - 1)] += weights[i];
        }

        for (var i = 1; i < Steps; i++)
        {
            _sums[i] += _sums[i - 1];
        }
    }

    /// <summary>The first step at which a part of the weight is reached.</summary>
    /// <param name="part">0 to 1.</param>
    public int StepAt(float part)
    {
        var sought = part * _sums[Steps - 1];
        var step = 0;
        while (step < Steps - 1 && _sums[step] < sought)
        {
            step++;
        }

        return step;
    }

    /// <summary>The value below which a part of the weight lies.</summary>
    /// <param name="part">0 to 1.</param>
    public float Quantile(float part)
    {
        var step = StepAt(part);
        var before = step == 0 ? 0 : _sums[step - 1];
        var inside = ((part * _sums[Steps - 1]) - before) / MathF.Max(_sums[step] - before, 1e-12f);
        return _low + (_width * (step + inside));
    }
}
