using System.Numerics;

namespace Drape.Imaging;

/// <summary>How the colours of some pixels lie: their mean and how they vary around it.</summary>
sealed class ColourSpread
{
    /// <summary>Of fewer pixels nothing is said.</summary>
    const int Fewest = 64;

    // What a channel, of 0 to 1, varies by itself: no direction is taken for telling because it holds nothing but noise.
    const double Noise = 1e-3;

    double _count, _r, _g, _b, _rr, _gg, _bb, _rg, _rb, _gb;

    /// <summary>Takes a pixel in.</summary>
    /// <param name="pixel">Red, green and blue.</param>
    public void Add(ReadOnlySpan<byte> pixel)
    {
        double r = pixel[0] / 255.0, g = pixel[1] / 255.0, b = pixel[2] / 255.0;
        _count++;
        (_r, _g, _b) = (_r + r, _g + g, _b + b);
        (_rr, _gg, _bb) = (_rr + r * r, _gg + g * g, _bb + b * b);
        (_rg, _rb, _gb) = (_rg + r * g, _rb + r * b, _gb + g * b);
    }

    /// <summary>
    /// The direction in which two sets of colours are told apart best: Fisher's linear discriminant (1936). Its parts add up to
    /// 1 without their signs, so that what it makes of a colour differs by 1 at most; null where one set is too small, or both
    /// have the same mean.
    /// </summary>
    public static Vector3? Between(ColourSpread one, ColourSpread other)
    {
        if (one._count < Fewest || other._count < Fewest)
        {
            return null;
        }

        double rr = one.Rr + other.Rr + Noise, gg = one.Gg + other.Gg + Noise, bb = one.Bb + other.Bb + Noise;
        double rg = one.Rg + other.Rg, rb = one.Rb + other.Rb, gb = one.Gb + other.Gb;
        double r = one._r / one._count - other._r / other._count, g = one._g / one._count - other._g / other._count,
            b = one._b / one._count - other._b / other._count;
        // The inverse of the summed covariances times the difference of the means, but for a factor.
        double x = (gg * bb - gb * gb) * r + (rb * gb - rg * bb) * g + (rg * gb - rb * gg) * b;
        double y = (rb * gb - rg * bb) * r + (rr * bb - rb * rb) * g + (rg * rb - rr * gb) * b;
        double z = (rg * gb - rb * gg) * r + (rg * rb - rr * gb) * g + (rr * gg - rg * rg) * b;
        double sum = Math.Abs(x) + Math.Abs(y) + Math.Abs(z);
        return sum > 0 ? new Vector3((float)(x / sum), (float)(y / sum), (float)(z / sum)) : null;
    }

    double Rr => Covariance(_rr, _r, _r);
    double Gg => Covariance(_gg, _g, _g);
    double Bb => Covariance(_bb, _b, _b);
    double Rg => Covariance(_rg, _r, _g);
    double Rb => Covariance(_rb, _r, _b);
    double Gb => Covariance(_gb, _g, _b);

    double Covariance(double product, double a, double b) => product / _count - a / _count * (b / _count);
}
