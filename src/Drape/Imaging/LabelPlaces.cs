namespace Drape.Imaging;

/// <summary>
/// Finds places for labels: on their own finding or near it, neither on each other nor on what is another's, least of all on
/// what somebody else wears.
/// </summary>
sealed class LabelPlaces
{
    /// <summary>What lies where is looked up on a grid of about so many places along the longer side.</summary>
    const int Grid = 320;

    /// <summary>Labels are placed one after another, and again while that betters anything, so often at most.</summary>
    const int Rounds = 4;

    /// <summary>Of a finding's places about so many are looked at for how far off a label is.</summary>
    const int Looked = 400;

    /// <summary>So many times as high as a head is wide a figure is.</summary>
    const int Heads = 8;

    const int Nobody = -1;

    // What a pixel of a label costs where it lies on something.
    const double OnLabel = 8, OnOthers = 4, OnOwnFigures = 1.2, OnFigure = 1.5, OnOwnFigure = 0.2, OnBody = 0.6;

    /// <summary>What a label costs, in its own area, times the square of the share of its finding that it covers.</summary>
    const double OnItself = 4;

    /// <summary>What each pixel between a label and its finding costs, in the label's height; and to its middle.</summary>
    const double Apart = 1, OffMiddle = 0.12;

    readonly PixelImage _image;
    readonly Annotation[] _annotations;
    readonly Dictionary<int, PixelBox> _figures;
    readonly int _step;
    readonly int _columns;
    readonly int[] _owner;
    readonly int[] _body;
    readonly (int X, int Y)[][] _own;

    public LabelPlaces(PixelImage image, Annotation[] annotations)
    {
        (_image, _annotations) = (image, annotations);
        // With the head, which may wear nothing.
        _figures = annotations.Where(a => a.Figure is not null).GroupBy(a => a.Figure!.Value).ToDictionary(
            worn => worn.Key, worn => WithHead(worn.Select(a => a.Box).Aggregate((all, box) => all.Around(box))));
        _step = Math.Max(1, Math.Max(image.Width, image.Height) / Grid);
        _columns = (image.Width + _step - 1) / _step;
        _owner = new int[_columns * ((image.Height + _step - 1) / _step)];
        _body = new int[_owner.Length];
        Array.Fill(_owner, Nobody);
        Array.Fill(_body, Nobody);
        _own = [.. annotations.Select(Cover)];
        foreach (int figure in _figures.Keys)
        {
            FillBody(figure);
        }
    }

    /// <summary>The best place of each label.</summary>
    /// <param name="sizes">Their sizes in pixels; null where there is no label.</param>
    /// <param name="gap">What labels keep between each other and beside a finding, in pixels.</param>
    public PixelBox?[] Find((int Width, int Height)?[] sizes, int gap)
    {
        var places = new PixelBox?[sizes.Length];
        for (int round = 0; round < Rounds; round++)
        {
            bool moved = false;
            for (int i = 0; i < sizes.Length; i++)
            {
                if (sizes[i] is not var (width, height))
                {
                    continue;
                }

                var before = places[i];
                places[i] = null;
                places[i] = Candidates(_annotations[i].Box, width, height, gap).MinBy(place => Cost(i, place, places, gap));
                moved |= places[i] != before;
            }

            if (!moved)
            {
                break;
            }
        }

        return places;
    }

    /// <summary>The nearest pixel of a finding to a label that does not lie on it; null where it does, or there is none.</summary>
    public (int X, int Y)? Nearest(int index, PixelBox label)
    {
        if (_own[index].Length == 0)
        {
            return null;
        }

        var nearest = _own[index].MinBy(p => Distance(label, p.X, p.Y));
        return Distance(label, nearest.X, nearest.Y) > 0 ? nearest : null;
    }

    double Cost(int index, PixelBox label, PixelBox?[] places, int gap)
    {
        double area = (double)label.Width * label.Height, cost = 0;
        foreach (var other in places)
        {
            cost += other is { } placed ? OnLabel * Overlap(label, placed, gap) : 0;
        }

        var (mine, theirs, others, bare) = Under(index, label);
        double pixels = _step * _step;
        foreach (var (figure, worn) in _figures)
        {
            double covered = Overlap(label, worn, 0);
            cost += figure == _annotations[index].Figure ? OnOwnFigure * Math.Max(0, covered - pixels * mine) : OnFigure * covered;
        }

        cost += pixels * (OnOwnFigures * theirs + OnOthers * others + OnBody * bare);
        var (own, box) = (_own[index], _annotations[index].Box);
        double hidden = own.Length > 0 ? (double)mine / own.Length : 0;
        cost += OnItself * area * hidden * hidden;
        double apart = mine > 0 ? 0 : own.Length == 0 ? Distance(label, box.X, box.Y)
            : own.Where((_, i) => i % (1 + own.Length / Looked) == 0).Min(p => Distance(label, p.X, p.Y));
        double across = label.X + label.Width / 2.0 - (box.X + box.Width / 2.0);
        double down = label.Y + label.Height / 2.0 - (box.Y + box.Height / 2.0);
        return cost + label.Height * (Apart * apart + OffMiddle * Math.Sqrt(across * across + down * down));
    }

    /// <summary>
    /// How many places of the grid under a label are the finding's own, its figure's, others', and its figure's without being any
    /// finding's.
    /// </summary>
    (int Mine, int Theirs, int Others, int Bare) Under(int index, PixelBox label)
    {
        int mine = 0, theirs = 0, others = 0, bare = 0;
        for (int y = label.Y / _step; y <= (label.Y + label.Height - 1) / _step; y++)
        {
            for (int x = label.X / _step; x <= (label.X + label.Width - 1) / _step; x++)
            {
                int place = y * _columns + x;
                if (x >= _columns || place >= _owner.Length)
                {
                    continue;
                }

                int owner = _owner[place];
                if (owner == index)
                {
                    mine++;
                }
                else if (owner != Nobody)
                {
                    bool same = _annotations[owner].Figure == _annotations[index].Figure;
                    (theirs, others) = same ? (theirs + 1, others) : (theirs, others + 1);
                }
                else if (_body[place] != Nobody && _body[place] == _annotations[index].Figure)
                {
                    bare++;
                }
            }
        }

        return (mine, theirs, others, bare);
    }

    /// <summary>Enters a finding into the grid.</summary>
    /// <returns>The pixels in the middle of its places.</returns>
    (int X, int Y)[] Cover(Annotation annotation, int index)
    {
        var own = new List<(int, int)>();
        var (box, mask) = (annotation.Box, annotation.Mask);
        for (int y = Math.Max(box.Y, 0) / _step; y * _step < Math.Min(box.Y + box.Height, _image.Height); y++)
        {
            for (int x = Math.Max(box.X, 0) / _step; x * _step < Math.Min(box.X + box.Width, _image.Width); x++)
            {
                int across = Math.Min(x * _step + _step / 2, _image.Width - 1), down = Math.Min(y * _step + _step / 2, _image.Height - 1);
                if (mask is null || mask.At((across + 0.5f) / _image.Width, (down + 0.5f) / _image.Height) >= 0.5f)
                {
                    _owner[y * _columns + x] = index;
                    own.Add((across, down));
                }
            }
        }

        return [.. own];
    }

    /// <summary>
    /// Enters a figure's body: in each row what is between its clothes, in rows without any (a face, knees) what is between those
    /// of the rows above and below, and a head above the uppermost; nowhere narrower than a head.
    /// </summary>
    void FillBody(int figure)
    {
        var rows = new SortedDictionary<int, (int Left, int Right)>();
        foreach (var (x, y) in _annotations.Zip(_own).Where(a => a.First.Figure == figure).SelectMany(a => a.Second))
        {
            var (left, right) = rows.TryGetValue(y / _step, out var row) ? row : (int.MaxValue, int.MinValue);
            rows[y / _step] = (Math.Min(left, x / _step), Math.Max(right, x / _step));
        }

        if (rows.Count == 0)
        {
            return;
        }

        var (above, span) = rows.First();
        for (int y = Math.Max(_figures[figure].Y / _step, 0); y < above; y++)
        {
            Fill(y, span);
        }

        foreach (var (y, here) in rows)
        {
            for (int between = above; between < y; between++)
            {
                float share = (between - above) / (float)(y - above);
                Fill(between, ((int)float.Lerp(span.Left, here.Left, share), (int)float.Lerp(span.Right, here.Right, share)));
            }

            Fill(y, here);
            (above, span) = (y, here);
        }

        void Fill(int y, (int Left, int Right) row)
        {
            int more = Math.Max(0, _figures[figure].Height / (Heads * _step) - (row.Right - row.Left)) / 2;
            int left = Math.Max(row.Left - more, 0), right = Math.Min(row.Right + more, _columns - 1);
            _body.AsSpan(y * _columns + left, right - left + 1).Fill(figure);
        }
    }

    /// <summary>Where a label may lie, moved into the picture: all over its finding and around it, farther and farther off.</summary>
    IEnumerable<PixelBox> Candidates(PixelBox box, int width, int height, int gap)
    {
        int right = Math.Max(_image.Width - width, 0), bottom = Math.Max(_image.Height - height, 0);
        int margin = Math.Min(gap, right / 2), edge = Math.Min(gap, bottom / 2);
        PixelBox At(double x, double y) =>
            new(Math.Clamp((int)x, margin, right - margin), Math.Clamp((int)y, edge, bottom - edge), width, height);

        double centre = box.X + (box.Width - width) / 2.0, middle = box.Y + (box.Height - height) / 2.0;
        double room = Math.Max(box.Width - width, 0) / 2.0, tall = Math.Max(box.Height - height, 0) / 2.0;
        for (int i = 0; i <= 4; i++)
        {
            for (int side = -1; side <= 1; side += 2)
            {
                yield return At(centre, middle + side * tall * i / 4);
                yield return At(centre - room, middle + side * tall * i / 4);
                yield return At(centre + room, middle + side * tall * i / 4);
            }
        }

        for (int ring = 0; ring < 4; ring++)
        {
            double off = gap + 0.8 * ring * height, reach = tall + height + off;
            double beside = box.X + box.Width + off, before = box.X - width - off;
            for (int i = 0; i <= 6; i++)
            {
                for (int side = -1; side <= 1; side += 2)
                {
                    yield return At(beside, middle + side * reach * i / 6);
                    yield return At(before, middle + side * reach * i / 6);
                    yield return At(centre + side * (room + width / 2.0) * i / 6, box.Y + box.Height + off);
                    yield return At(centre + side * (room + width / 2.0) * i / 6, box.Y - height - off);
                }
            }
        }
    }

    static PixelBox WithHead(PixelBox clothes)
    {
        int head = Math.Min(clothes.Height / 6, Math.Max(clothes.Y, 0));
        return clothes with { Y = clothes.Y - head, Height = clothes.Height + head };
    }

    static double Distance(PixelBox box, int x, int y)
    {
        int across = Math.Max(Math.Max(box.X - x, x - (box.X + box.Width - 1)), 0);
        int down = Math.Max(Math.Max(box.Y - y, y - (box.Y + box.Height - 1)), 0);
        return Math.Sqrt((double)across * across + (double)down * down);
    }

    static double Overlap(PixelBox a, PixelBox b, int gap)
    {
        int across = Math.Min(a.X + a.Width, b.X + b.Width) - Math.Max(a.X, b.X) + gap;
        int down = Math.Min(a.Y + a.Height, b.Y + b.Height) - Math.Max(a.Y, b.Y) + gap;
        return across > 0 && down > 0 ? (double)across * down : 0;
    }
}
