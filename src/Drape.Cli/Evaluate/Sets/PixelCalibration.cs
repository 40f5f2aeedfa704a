using Drape.Garments;

namespace Drape.Cli.Evaluate.Sets;

/// <summary>How far a parser's stated probabilities of pixels can be believed.</summary>
static class PixelCalibration
{
    /// <summary>Looks at the middle of each place of the network's answer.</summary>
    /// <param name="parsed">The answer.</param>
    /// <param name="truth">The true group of each pixel, or <see cref="LabelMask.Untold"/>.</param>
    /// <param name="width">Pixels a row of the truth.</param>
    /// <param name="height">Rows of the truth.</param>
    public static CalibrationError Of(ParsedPhoto parsed, byte[] truth, int width, int height)
    {
        var planes = Enumerable.Range(0, parsed.Groups.Count).Select(parsed.Soft).ToArray();
        var (columns, rows) = (planes[0].Width, planes[0].Height);
        var calibration = new CalibrationError();
        for (int y = 0; y < rows; y++)
        {
            for (int x = 0; x < columns; x++)
            {
                byte label = truth[(((2 * y) + 1) * height / (2 * rows) * width) + (((2 * x) + 1) * width / (2 * columns))];
                if (label == LabelMask.Untold)
                {
                    continue;
                }

                int best = 0, place = (y * columns) + x;
                for (int group = 1; group < planes.Length; group++)
                {
                    best = planes[group].Values[place] > planes[best].Values[place] ? group : best;
                }

                calibration.Add(planes[best].Values[place] / 255.0, best == label);
            }
        }

        return calibration;
    }
}
