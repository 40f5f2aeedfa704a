using System.Globalization;
using System.Numerics.Tensors;
using Drape.Inference;

namespace Drape.Styles;

/// <summary>Turns the logits of a scale's levels into one number.</summary>
static class Scale
{
    /// <summary>The mean of the levels, each weighted by its calibrated probability.</summary>
    /// <param name="head">A head whose classes are numbers.</param>
    /// <param name="logits">One value a level, in the manifest's order.</param>
    public static double Mean(ModelHead head, ReadOnlySpan<float> logits)
    {
        float[] probabilities = new float[logits.Length];
        TensorPrimitives.Divide(logits, (float)head.Temperature, probabilities);
        TensorPrimitives.SoftMax(probabilities, probabilities);
        double mean = 0;
        for (int i = 0; i < probabilities.Length; i++)
        {
            mean += probabilities[i] * double.Parse(head.Classes[i], CultureInfo.InvariantCulture);
        }

        return mean;
    }
}
