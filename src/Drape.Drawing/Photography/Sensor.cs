using System.Numerics;
using Drape.Drawing.Chance;
using Drape.Drawing.Geometry;

namespace Drape.Drawing.Photography;

/// <summary>What a phone does with the light: fall-off, colour cast, softness, noise, tone and eight bits.</summary>
internal static class Sensor
{
    /// <summary>Light that strays inside a small lens and lifts the blacks.</summary>
    private const float Flare = 0.008f;

    public static DrawnPicture Expose(Canvas canvas, SceneLight light, WindowLight window, Dice dice)
    {
        var frame = canvas.Window;
        var cast = Cast(light.Warmth) * light.Intensity;
        var grain = dice.Between(0.006f, 0.014f) / MathF.Sqrt(Math.Max(0.3f, light.Intensity));
        var salt = dice.Next();
        var pixels = new byte[frame.Width * frame.Height * 3];
        var towards = Vector2.Normalize(new Vector2(window.Direction.X, window.Direction.Y));
        var fall = dice.Between(0.12f, 0.34f);
        var patches = new Noise(dice.Fork());
        Parallel.For(0, frame.Height, y =>
        {
            var rowDice = new Dice(salt + (ulong)y);
            for (var x = 0; x < frame.Width; x++)
            {
                var place = (new Vector2(x, y) - new Vector2(frame.Width, frame.Height) / 2) / frame.Height;
                var share = (1 + fall * Vector2.Dot(place, towards)) * (1 - 0.35f * place.LengthSquared())
                    * (1 + 0.09f * patches.At(place * 2.2f));
                var seen = (Softened(canvas, x, y) * share + new Vector3(Flare)) * cast;
                var luminous = (rowDice.Unit() + rowDice.Unit() + rowDice.Unit() - 1.5f) * grain;
                for (var channel = 0; channel < 3; channel++)
                {
                    var tinted = (rowDice.Unit() - 0.5f) * grain;
                    var value = Tone(LinearColour.Encode(Shoulder(seen[channel]))) + luminous + tinted;
                    pixels[(y * frame.Width + x) * 3 + channel] = (byte)Math.Clamp(value * 255 + 0.5f, 0, 255);
                }
            }
        });
        return new DrawnPicture(frame.Width, frame.Height, pixels);
    }

    private static Vector3 Cast(float warmth) => new(1 + 0.13f * warmth, 1 + 0.01f * warmth, 1 - 0.2f * warmth);

    /// <summary>A lens never is as sharp as a drawing: a pixel shares some light with its neighbours.</summary>
    private static Vector3 Softened(Canvas canvas, int x, int y)
    {
        var frame = canvas.Window;
        var left = Math.Max(x - 1, 0);
        var right = Math.Min(x + 1, frame.Right - 1);
        var above = Math.Max(y - 1, 0);
        var below = Math.Min(y + 1, frame.Bottom - 1);
        var beside = canvas[left, y] + canvas[right, y] + canvas[x, above] + canvas[x, below];
        var corners = canvas[left, above] + canvas[right, above] + canvas[left, below] + canvas[right, below];
        return canvas[x, y] * 0.4f + beside * 0.1f + corners * 0.05f;
    }

    /// <summary>Highlights roll off instead of clipping.</summary>
    private static float Shoulder(float light)
    {
        const float Knee = 0.7f;
        return light <= Knee ? MathF.Max(0, light) : Knee + (1 - Knee) * (1 - MathF.Exp((Knee - light) / (1 - Knee)));
    }

    /// <summary>The slight S of a phone's contrast.</summary>
    private static float Tone(float value) => Blend.Mix(value, value * value * (3 - 2 * value), 0.12f);
}
