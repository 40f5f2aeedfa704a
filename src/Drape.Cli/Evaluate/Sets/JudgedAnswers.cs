using Drape.Garments;

namespace Drape.Cli.Evaluate.Sets;

/// <summary>Answers of which it is known whether something bears them out, but not what would have been right instead.</summary>
static class JudgedAnswers
{
    /// <summary>Stands for whatever a thing is that nothing bears out.</summary>
    const string Another = "another";

    /// <summary>One answer.</summary>
    /// <param name="id">The picture.</param>
    /// <param name="said">What was said of a thing in it.</param>
    /// <param name="borne">Whether that is borne out.</param>
    public static Ranking Of(string id, GarmentVerdicts said, bool borne) =>
        Ranking.First(borne ? said.Type.Best.Class : Another, said.Type) with { Id = id, Scene = said.Scene };

    /// <summary>Adds their figures, by what was answered; nothing where there are none.</summary>
    public static void AddTo(FigureTable figures, string question, IReadOnlyList<Ranking> answers)
    {
        if (answers.Count == 0)
        {
            return;
        }

        figures.Add($"{question}.top1", TopShare.Of(answers, 1));
        figures.AddStated(question, answers);
        figures.AddCalibration(question, answers);
        figures.AddClasses(question, answers.GroupBy(a => a.Ranked[0]).Select(said => KeyValuePair.Create(said.Key, Figures([.. said]))));
        figures.AddConfusions(question, answers);
        figures.AddAnswers(question, answers);
    }

    static ClassFigures Figures(Ranking[] said)
    {
        Ranking[] stated = [.. said.Where(a => a.Sure)];
        (string, double)[] all = [("right", TopShare.Of(said, 1)), ("stated", (double)stated.Length / said.Length)];
        return new ClassFigures(said.Length, stated.Length == 0 ? all : [.. all, ("stated.right", TopShare.Of(stated, 1))]);
    }
}
