namespace Candour.Clinical.Instruments;

/// <summary>PCL-5, past month: post-traumatic stress. The programme's cut 32 and change 10 are used for official flags.</summary>
internal static class Pcl5
{
    public static readonly Instrument Definition = new()
    {
        Token = "PTSD",
        Name = "PCL-5",
        FullName = "PTSD Checklist for DSM-5",
        Measures = "trauma",
        AdsmToken = "PTSD",
        AdsmFrom = new(2020, 9, 1),
        Items = Item.Scale(20, 0, 4),
        Scoring = Scoring.Sum,
        Lowest = 0,
        Highest = 80,
        Period = "the past month",
        MissingRule = "Official score: all twenty answers.",
        Snomed = "491581000000104",
        Rights = "Work of the United States government, not copyrighted; the words are not to be altered.",
        Source = "IAPT data set v2.1; Weathers and colleagues 2013",
        Wording = new()
        {
            Instrument = "PTSD",
            Version = "2013",
            Language = "en-US",
            Instructions = "Below is a list of problems that people sometimes have in response to a very stressful experience. Please read each problem carefully and then circle one of the numbers to the right to indicate how much you have been bothered by that problem in the past month.",
            Stem = "In the past month, how much were you bothered by:",
            Choices = [new(0, "Not at all"), new(1, "A little bit"), new(2, "Moderately"), new(3, "Quite a bit"), new(4, "Extremely")],
            Items =
            [
                new(1, "Repeated, disturbing, and unwanted memories of the stressful experience?"),
                new(2, "Repeated, disturbing dreams of the stressful experience?"),
                new(3, "Suddenly feeling or acting as if the stressful experience were actually happening again (as if you were actually back there reliving it)?"),
                new(4, "Feeling very upset when something reminded you of the stressful experience?"),
                new(5, "Having strong physical reactions when something reminded you of the stressful experience (for example, heart pounding, trouble breathing, sweating)?"),
                new(6, "Avoiding memories, thoughts, or feelings related to the stressful experience?"),
                new(7, "Avoiding external reminders of the stressful experience (for example, people, places, conversations, activities, objects, or situations)?"),
                new(8, "Trouble remembering important parts of the stressful experience?"),
                new(9, "Having strong negative beliefs about yourself, other people, or the world (for example, having thoughts such as: I am bad, there is something seriously wrong with me, no one can be trusted, the world is completely dangerous)?"),
                new(10, "Blaming yourself or someone else for the stressful experience or what happened after it?"),
                new(11, "Having strong negative feelings such as fear, horror, anger, guilt, or shame?"),
                new(12, "Loss of interest in activities that you used to enjoy?"),
                new(13, "Feeling distant or cut off from other people?"),
                new(14, "Trouble experiencing positive feelings (for example, being unable to feel happiness or have loving feelings for people close to you)?"),
                new(15, "Irritable behavior, angry outbursts, or acting aggressively?"),
                new(16, "Taking too many risks or doing things that could cause you harm?"),
                new(17, "Being \"superalert\" or watchful or on guard?"),
                new(18, "Feeling jumpy or easily startled?"),
                new(19, "Having difficulty concentrating?"),
                new(20, "Trouble falling or staying asleep?"),
            ],
            Source = "Weathers, F.W., Litz, B.T., Keane, T.M., Palmieri, P.A., Marx, B.P. and Schnurr, P.P. (2013). The PTSD Checklist for DSM-5 (PCL-5). National Center for PTSD, US Department of Veterans Affairs, www.ptsd.va.gov.",
            Permission = "Made by the United States government and in the public domain.",
        },
    };
}
