namespace Drape.Cli.Evaluate;

/// <summary>Collects figures and class figures of a set, question by question, rounded to four places.</summary>
sealed class FigureTable
{
    const int MostConfusions = 20;
    const int MostMistakes = 20;

    readonly Dictionary<string, double> _figures = [];
    readonly Dictionary<string, IReadOnlyDictionary<string, ClassFigures>> _perClass = [];
    readonly Dictionary<string, IReadOnlyList<CalibrationBin>> _calibration = [];
    readonly Dictionary<string, IReadOnlyList<Confusion>> _confusions = [];
    readonly Dictionary<string, IReadOnlyList<Mistake>> _mistakes = [];
    readonly Dictionary<string, IReadOnlyList<JudgedAnswer>> _answers = [];

    /// <summary>Adds a figure of a set's own.</summary>
    public void Add(string name, double value) => _figures[name] = Math.Round(value, 4);

    /// <summary>Adds the classes of a question of a set's own, the most frequent first.</summary>
    public void AddClasses(string question, IEnumerable<KeyValuePair<string, ClassFigures>> classes) =>
        _perClass[question] = classes.OrderByDescending(c => c.Value.Count).ThenBy(c => c.Key, StringComparer.Ordinal)
            .ToDictionary();

    /// <summary>Adds the share of right first answers, and the classes; nothing where there are no answers.</summary>
    public void AddTop1(string question, IReadOnlyCollection<Ranking> answers)
    {
        if (answers.Count > 0)
        {
            Add($"{question}.top1", TopShare.Of(answers, 1));
            AddClasses(question, answers.GroupBy(a => a.Truth).Select(g =>
                KeyValuePair.Create(g.Key, new ClassFigures(g.Count(), ("top1", TopShare.Of([.. g], 1))))));
        }
    }

    /// <summary>Adds the share of truths among the first three.</summary>
    public void AddTop3(string question, IReadOnlyCollection<Ranking> answers)
    {
        if (answers.Count > 0)
        {
            Add($"{question}.top3", TopShare.Of(answers, 3));
        }
    }

    /// <summary>
    /// Adds the share of answers that are stated, the others being "not sure", and the share of those that is right: the
    /// precision that the classes' thresholds aim at.
    /// </summary>
    public void AddStated(string question, IReadOnlyCollection<Ranking> answers)
    {
        if (answers.Count == 0)
        {
            return;
        }

        List<Ranking> stated = [.. answers.Where(a => a.Sure)];
        Add($"{question}.stated", (double)stated.Count / answers.Count);
        if (stated.Count > 0)
        {
            Add($"{question}.stated.precision", TopShare.Of(stated, 1));
        }
    }

    /// <summary>Adds a calibration that was summed elsewhere; nothing where it is empty.</summary>
    public void AddCalibration(string question, CalibrationError calibration)
    {
        if (calibration.Count > 0)
        {
            Add($"{question}.ece", calibration.Value);
            _calibration[question] = calibration.Curve;
        }
    }

    /// <summary>
    /// Adds the calibration error, what of it chance alone makes with so few answers, and the curve behind it.
    /// </summary>
    public void AddCalibration(string question, IReadOnlyCollection<Ranking> answers)
    {
        var calibration = new CalibrationError();
        foreach (var answer in answers)
        {
            calibration.Add(answer.Confidence, answer.IsWithin(1));
        }

        AddCalibration(question, calibration);
        if (calibration.Count > 0)
        {
            Add($"{question}.ece.chance", calibration.Chance);
        }
    }

    /// <summary>Adds which class was taken for which, the most frequent first, and the surest mistakes.</summary>
    public void AddConfusions(string question, IReadOnlyCollection<Ranking> answers)
    {
        List<Ranking> wrong = [.. answers.Where(a => !a.IsWithin(1))];
        _confusions[question] = [.. wrong
            .GroupBy(a => (a.Truth, Answer: a.Ranked[0]))
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Truth, StringComparer.Ordinal)
            .Take(MostConfusions)
            .Select(g => new Confusion(g.Key.Truth, g.Key.Answer, g.Count()))];
        _mistakes[question] = [.. wrong.OrderByDescending(a => a.Confidence).ThenBy(a => a.Id, StringComparer.Ordinal)
            .Take(MostMistakes)
            .Select(a => new Mistake(a.Id, a.Truth, a.Ranked[0], Math.Round(a.Confidence, 4)))];
    }

    /// <summary>Adds every answer by itself, for a recipe that fits something on them.</summary>
    public void AddAnswers(string question, IEnumerable<Ranking> answers) =>
        _answers[question] = [.. answers.Select(a => new JudgedAnswer(a.Id, a.Ranked[0], Math.Round(a.Confidence, 4), a.IsWithin(1),
            a.Scene?.ToString().ToLowerInvariant()))];

    public EvaluationReport Report(string set, int count) => new()
    {
        Set = set, Count = count, Figures = _figures, PerClass = _perClass, Calibration = _calibration,
        Confusions = _confusions, Mistakes = _mistakes, Answers = _answers,
    };
}
