namespace Drape.Cli.Evaluate;

/// <summary>Collects figures and class figures of a set, question by question, rounded to four places.</summary>
sealed class FigureTable
{
    const int MostConfusions = 20;

    readonly Dictionary<string, double> _figures = [];
    readonly Dictionary<string, IReadOnlyDictionary<string, ClassFigures>> _perClass = [];
    readonly Dictionary<string, IReadOnlyList<CalibrationBin>> _calibration = [];
    readonly Dictionary<string, IReadOnlyList<Confusion>> _confusions = [];

    /// <summary>Adds the share of right first answers, and the classes; nothing where there are no answers.</summary>
    public void AddTop1(string question, IReadOnlyCollection<Ranking> answers)
    {
        if (answers.Count == 0)
        {
            return;
        }

        _figures[$"{question}.top1"] = Math.Round(TopShare.Of(answers, 1), 4);
        _perClass[question] = answers.GroupBy(a => a.Truth).OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => new ClassFigures(g.Count(), Math.Round(TopShare.Of([.. g], 1), 4)));
    }

    /// <summary>Adds the share of truths among the first three.</summary>
    public void AddTop3(string question, IReadOnlyCollection<Ranking> answers)
    {
        if (answers.Count > 0)
        {
            _figures[$"{question}.top3"] = Math.Round(TopShare.Of(answers, 3), 4);
        }
    }

    /// <summary>Adds the calibration error and the curve behind it.</summary>
    public void AddCalibration(string question, IReadOnlyCollection<Ranking> answers)
    {
        if (answers.Count > 0)
        {
            _figures[$"{question}.ece"] = Math.Round(CalibrationError.Of(answers), 4);
            _calibration[question] = CalibrationError.Curve(answers);
        }
    }

    /// <summary>Adds which class was taken for which, the most frequent first.</summary>
    public void AddConfusions(string question, IReadOnlyCollection<Ranking> answers) =>
        _confusions[question] = [.. answers.Where(a => !a.IsWithin(1))
            .GroupBy(a => (a.Truth, Answer: a.Ranked[0]))
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Truth, StringComparer.Ordinal)
            .Take(MostConfusions)
            .Select(g => new Confusion(g.Key.Truth, g.Key.Answer, g.Count()))];

    public EvaluationReport Report(string set, int count) => new()
    {
        Set = set, Count = count, Figures = _figures, PerClass = _perClass, Calibration = _calibration,
        Confusions = _confusions,
    };
}
