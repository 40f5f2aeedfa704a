using System.Numerics.Tensors;
using Drape.Imaging;

namespace Drape.Garments;

/// <summary>What the parser says of a photo's pixels. Holds rented memory until it is disposed.</summary>
public sealed class ParsedPhoto : IDisposable
{
    readonly int _rows;
    readonly int _columns;
    readonly int _stride;
    readonly float _temperature;
    readonly Rented<float> _logits;
    readonly Rented<float> _probabilities;
    readonly Rented<byte> _labels;

    /// <summary>Takes over logits of groups * (height / stride) * (width / stride) values.</summary>
    internal ParsedPhoto(ParserGroups groups, Rented<float> logits, int width, int height, int stride, float temperature)
    {
        (Meaning, Width, Height, _stride) = (groups, width, height, stride);
        (_rows, _columns) = (height / stride, width / stride);
        _logits = logits;
        _temperature = temperature;
        _labels = new Rented<byte>(width * height);
        LabelMap.Write(_logits.Span, Grid, width, height, _labels.Span);
        _probabilities = new Rented<float>(_logits.Span.Length);
        SoftMax(temperature);
    }

    /// <summary>The groups' names; a label is a place in this list.</summary>
    public IReadOnlyList<string> Groups => Meaning.Names;

    /// <summary>Pixels a row, at the network's input size.</summary>
    public int Width { get; }

    /// <summary>Rows, at the network's input size.</summary>
    public int Height { get; }

    /// <summary>The best group of every pixel, row by row.</summary>
    public ReadOnlySpan<byte> Labels => _labels.Span;

    internal ParserGroups Meaning { get; }

    (int Groups, int Rows, int Columns) Grid => (Groups.Count, _rows, _columns);

    /// <summary>The best group of every pixel of the photo at another size, row by row.</summary>
    public byte[] LabelsAt(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        byte[] labels = new byte[width * height];
        LabelMap.Write(_logits.Span, Grid, width, height, labels);
        return labels;
    }

    /// <summary>How probable a group is at each place of the network's answer, which is coarser than the photo.</summary>
    /// <param name="group">A place in <see cref="Groups"/>.</param>
    public Mask Soft(int group)
    {
        byte[] values = new byte[_rows * _columns];
        var probabilities = Plane(group);
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (byte)(255 * probabilities[i] + 0.5f);
        }

        return new Mask(_columns, _rows, values);
    }

    /// <summary>The upper part of the photo by itself.</summary>
    /// <param name="part">How much of it, 0 to 1.</param>
    /// <returns>That part; the caller disposes it.</returns>
    internal ParsedPhoto Above(double part)
    {
        int rows = Math.Clamp((int)Math.Round(part * _rows), 1, _rows);
        var logits = new Rented<float>(Groups.Count * rows * _columns);
        for (int group = 0; group < Groups.Count; group++)
        {
            _logits.Span.Slice(group * _rows * _columns, rows * _columns).CopyTo(logits.Span[(group * rows * _columns)..]);
        }

        return new ParsedPhoto(Meaning, logits, Width, rows * _stride, _stride, _temperature);
    }

    /// <summary>Whether shoes are seen in it, and not only specks that look like them.</summary>
    internal bool ShowsShoes()
    {
        int shoes = 0, shown = 0;
        foreach (byte label in Labels)
        {
            shown += Meaning.Background[label] ? 0 : 1;
            shoes += Meaning.Footwear[label] ? 1 : 0;
        }

        return shoes > FinderLimits.Garment * shown;
    }

    /// <summary>The place of the network's answer that a pixel lies in.</summary>
    internal int Place(int x, int y) => y / _stride * _columns + x / _stride;

    /// <summary>How probable a group is at a place, 0 to 1.</summary>
    internal float Probability(int group, int place) => _probabilities.Span[group * _rows * _columns + place];

    ReadOnlySpan<float> Plane(int group) => _probabilities.Span.Slice(group * _rows * _columns, _rows * _columns);

    void SoftMax(float temperature)
    {
        int area = _rows * _columns;
        var all = _probabilities.Span;
        TensorPrimitives.Divide(_logits.Span, temperature, all);
        using var spare = new Rented<float>(area);
        var place = spare.Span;
        place.Fill(float.NegativeInfinity);
        for (int group = 0; group < Groups.Count; group++)
        {
            TensorPrimitives.Max(place, all.Slice(group * area, area), place);
        }

        for (int group = 0; group < Groups.Count; group++)
        {
            var plane = all.Slice(group * area, area);
            TensorPrimitives.Subtract(plane, place, plane);
        }

        TensorPrimitives.Exp(all, all);
        place.Clear();
        for (int group = 0; group < Groups.Count; group++)
        {
            TensorPrimitives.Add(place, all.Slice(group * area, area), place);
        }

        for (int group = 0; group < Groups.Count; group++)
        {
            var plane = all.Slice(group * area, area);
            TensorPrimitives.Divide(plane, place, plane);
        }
    }

    /// <summary>Gives the rented memory back; nothing may be asked of it afterwards.</summary>
    public void Dispose()
    {
        _logits.Dispose();
        _probabilities.Dispose();
        _labels.Dispose();
    }
}
